import MiniSearch from 'minisearch';
import { SEARCH } from './search-options.js';

interface Hit {
  readonly id: string;
  readonly page: string;
  readonly title: string;
  readonly text: string;
  readonly terms: readonly string[];
}

/** The maximum number of hits shown. */
const MOST = 8;
/** How many characters of a section are shown around the first word that was found. */
const AROUND = { before: 40, whole: 130 };

const root = document.body.dataset['root'] ?? './';
const field = document.querySelector<HTMLInputElement>('#search');
const box = document.querySelector<HTMLElement>('#hits-box');
const list = document.querySelector<HTMLElement>('#hits');
const status = box?.querySelector<HTMLElement>('[role=status]');

let index: Promise<MiniSearch> | undefined;

/** Loads the index once the visitor wants to search. */
function loadIndex(): Promise<MiniSearch> {
  index ??= fetch(`${root}assets/search.json`).then(async (response) =>
    MiniSearch.loadJSON(await response.text(), SEARCH),
  );
  return index;
}

if (field != null && box != null && list != null && status != null) {
  const links = (): HTMLAnchorElement[] => [...list.querySelectorAll('a')];
  const search = async (): Promise<void> => {
    const asked = field.value.trim();
    const hits = asked === '' ? [] : ((await loadIndex()).search(asked) as unknown as Hit[]);
    // The visitor typed on while the index was loading.
    if (asked !== field.value.trim()) return;
    list.replaceChildren(...hits.slice(0, MOST).map(renderHit));
    status.textContent = asked === '' ? '' : hits.length === 0 ? 'Nothing found.' : `${hits.length.toString()} found.`;
    status.classList.toggle('said', hits.length > 0);
    box.hidden = asked === '';
  };
  const close = (): void => {
    box.hidden = true;
  };
  field.addEventListener('focus', () => void loadIndex());
  field.addEventListener('input', () => void search());
  field.form?.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  const region = field.closest<HTMLElement>('search');
  region?.removeAttribute('hidden');
  region?.addEventListener('keydown', (event) => {
    const places: HTMLElement[] = [field, ...links()];
    const at = places.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'ArrowDown') places[Math.min(at + 1, places.length - 1)]?.focus();
    else if (event.key === 'ArrowUp') places[Math.max(at - 1, 0)]?.focus();
    else if (event.key === 'Enter' && at === 0) links()[0]?.click();
    else if (event.key === 'Escape') {
      close();
      field.focus();
    } else return;
    event.preventDefault();
  });
  region?.addEventListener('focusout', ({ relatedTarget }) => {
    if (!region.contains(relatedTarget as Node | null)) close();
  });
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    if (
      event.key !== '/' ||
      event.ctrlKey ||
      event.metaKey ||
      target.isContentEditable ||
      /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
    )
      return;
    event.preventDefault();
    field.focus();
  });
}

function renderHit({ id, page, title, text, terms }: Hit): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = root + id;
  const heading = document.createElement('b');
  heading.textContent = title;
  const place = document.createElement('small');
  place.textContent = page === title ? '' : page;
  const excerpt = document.createElement('span');
  const lower = text.toLowerCase();
  const found = terms.map((term) => lower.indexOf(term)).filter((offset) => offset >= 0);
  const start = Math.max(0, Math.min(...found, text.length) - AROUND.before);
  excerpt.textContent =
    found.length === 0
      ? text.slice(0, AROUND.whole)
      : `${start > 0 ? '… ' : ''}${text.slice(start, start + AROUND.whole)}`;
  link.append(heading, place, excerpt);
  item.append(link);
  return item;
}
