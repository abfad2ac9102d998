import { defineEntry } from '../entry.ts';

export const searchEngines = defineEntry({
  name: 'search engines',
  docs: 'https://www.elastic.co/guide/en/elasticsearch/client/javascript-api/current/index.html',
  packages: ['@elastic/elasticsearch', '@opensearch-project/opensearch', 'algoliasearch', 'meilisearch', 'typesense'],
  launches: [
    'new @elastic/elasticsearch#Client().search|index|bulk|update|delete|create|get|count|updateByQuery|deleteByQuery|exists()',
    'new @elastic/elasticsearch#Client().indices.create|delete|refresh|exists|putMapping()',
    'new @opensearch-project/opensearch#Client().search|index|bulk|update|delete|create|get|count|updateByQuery|deleteByQuery|exists()',
    'new @opensearch-project/opensearch#Client().indices.create|delete|refresh|exists|putMapping()',
    'algoliasearch#algoliasearch|default().saveObjects|saveObject|deleteObject|deleteObjects|partialUpdateObject|partialUpdateObjects|search|searchSingleIndex|clearObjects()',
    'algoliasearch#default().initIndex().saveObjects|saveObject|deleteObject|deleteObjects|partialUpdateObject|search()',
    'new meilisearch#MeiliSearch|Meilisearch().index().addDocuments|updateDocuments|deleteDocument|deleteDocuments|search|updateSettings()',
    'new typesense#Client().collections().documents().create|upsert|update|import|delete|search()',
  ],
});
