import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const ELASTICSEARCH = names(`
  search index bulk update delete create get count updateByQuery deleteByQuery exists
`);

const ALGOLIA = names(`
  saveObjects saveObject deleteObject deleteObjects partialUpdateObject partialUpdateObjects search
  searchSingleIndex clearObjects
`);

const ALGOLIA_INDEX = names(`
  saveObjects saveObject deleteObject deleteObjects partialUpdateObject search
`);

const MEILISEARCH_INDEX = names(`
  addDocuments updateDocuments deleteDocument deleteDocuments search updateSettings
`);

export const searchEngines = defineEntry({
  name: 'search engines',
  docs: 'https://www.elastic.co/guide/en/elasticsearch/client/javascript-api/current/index.html',
  packages: ['@elastic/elasticsearch', '@opensearch-project/opensearch', 'algoliasearch', 'meilisearch', 'typesense'],
  launches: [
    `new @elastic/elasticsearch#Client().${ELASTICSEARCH}()`,
    'new @elastic/elasticsearch#Client().indices.create|delete|refresh|exists|putMapping()',
    `new @opensearch-project/opensearch#Client().${ELASTICSEARCH}()`,
    'new @opensearch-project/opensearch#Client().indices.create|delete|refresh|exists|putMapping()',
    `algoliasearch#algoliasearch|default().${ALGOLIA}()`,
    `algoliasearch#default().initIndex().${ALGOLIA_INDEX}()`,
    `new meilisearch#MeiliSearch|Meilisearch().index().${MEILISEARCH_INDEX}()`,
    'new typesense#Client().collections().documents().create|upsert|update|import|delete|search()',
  ],
});
