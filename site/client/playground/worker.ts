import type { Place } from '../../engine/analyse.ts';
import type { Project } from '../../engine/project.ts';
import { analyse } from '../../engine/analyse.ts';

/** What the page asks. */
export interface Question {
  readonly id: number;
  readonly project: Project;
  readonly place: Place;
}

// Away from the page's own thread: typing never waits for the analysis.
addEventListener('message', ({ data: { id, project, place } }: MessageEvent<Question>) => {
  try {
    postMessage({ id, analysis: analyse(project, place) });
  } catch (error) {
    postMessage({ id, stopped: error instanceof Error ? error.message : String(error) });
  }
});
