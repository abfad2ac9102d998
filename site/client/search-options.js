/** How pages are split into words; the index is created and searched with the same options. */
export const SEARCH = {
  fields: ['title', 'page', 'text'],
  storeFields: ['page', 'title', 'text'],
  searchOptions: { prefix: true, fuzzy: 0.15, combineWith: 'AND', boost: { title: 4, page: 2 } },
};
