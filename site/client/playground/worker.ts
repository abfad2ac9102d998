import type { Place } from '../../engine/analyse.ts';
import type { Project } from '../../engine/project.ts';
import { analyse } from '../../engine/analyse.ts';

/** The page's question. */
export interface Question {
  readonly id: number;
  readonly project: Project;
  readonly place: Place;
}

// Runs outside the page's thread, so that typing never waits for the analysis.
addEventListener('message', ({ data: { id, project, place } }: MessageEvent<Question>) => {
  try {
    postMessage({ id, analysis: analyse(project, place) });
  } catch (error) {
    postMessage({ id, stopped: error instanceof Error ? error.message : String(error) });
  }
});
