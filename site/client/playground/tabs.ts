import type { Work } from './work.ts';
import { element } from './elements.ts';
import { textsOf } from './work.ts';

/** What the visitor can do with the tabs. */
export interface Actions {
  readonly open: (index: number) => void;
  readonly add: () => void;
}

/**
 * The tabs of the texts, and a button for one more. The focus stays where it is.
 *
 * @param counts - the findings of each file, as far as they are known
 */
export function renderTabs(
  tabs: HTMLElement,
  work: Work,
  active: number,
  counts: readonly number[],
  { open, add }: Actions,
): void {
  const focused = [...tabs.children].indexOf(document.activeElement ?? tabs);
  const buttons = textsOf(work).map(({ path }, index) => {
    const count = counts[index] ?? 0;
    const tab = element(
      'button',
      { type: 'button', 'aria-pressed': String(index === active) },
      path,
      ...(count === 0 ? [] : [element('span', { class: 'count' }, summaryOf(count))]),
    );
    tab.addEventListener('click', () => {
      open(index);
    });
    return tab;
  });
  const more = element('button', { type: 'button', class: 'more' }, 'Add a file');
  more.addEventListener('click', add);
  tabs.replaceChildren(...buttons, more);
  if (focused >= 0) (tabs.children[focused] as HTMLElement | undefined)?.focus();
}

export function summaryOf(count: number): string {
  return count === 0 ? 'No findings' : count === 1 ? '1 finding' : `${count.toString()} findings`;
}
