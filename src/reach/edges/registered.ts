import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import { recognitionOf } from '../../handlers/evaluation.ts';
import { findHandlers } from '../../handlers/find.ts';
import { perFile } from '../../handlers/per-file.ts';
import { mayHoldHandlers } from '../../handlers/prefilter.ts';

const NONE: ReadonlySet<Node> = new Set();

/** The functions that a file registers as handlers. They run on a request, and not when they are registered. */
export const registeredAt: (source: Source, evaluation: Evaluation) => ReadonlySet<Node> = perFile(
  (source, evaluation): ReadonlySet<Node> => {
    const recognition = recognitionOf(evaluation);
    if (!mayHoldHandlers(source.path, source.text, recognition)) return NONE;
    return new Set(
      findHandlers(source, recognition).flatMap(({ by, node }) => (by === 'registration' ? [node as Node] : [])),
    );
  },
);
