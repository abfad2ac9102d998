import MiniSearch from 'minisearch';
import { SEARCH } from '../client/search-options.js';

/** The index of all pages by section, as the search loads it. */
export function indexOf(rendered) {
  const search = new MiniSearch(SEARCH);
  const documents = rendered.flatMap(({ page, sections }) =>
    sections.map(({ id, title, text }, index) => ({
      id: index === 0 ? page.path : `${page.path}#${id}`,
      page: page.title,
      title: index === 0 ? page.title : title,
      text: text.replace(/\s+/g, ' ').trim(),
    })),
  );
  search.addAll(documents);
  return JSON.stringify(search);
}
