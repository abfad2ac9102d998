import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const PINECONE = 'deleteAll|deleteMany|deleteOne|describeIndexStats|fetch|listPaginated|query|update|upsert';
const COLLECTION = 'createCollection|getCollection|getOrCreateCollection';
const QDRANT = names(`
  count createCollection createPayloadIndex delete deleteCollection deletePayload getCollection getCollections
  overwritePayload query retrieve scroll setPayload updateCollection upsert
`);

export const vectorStores = defineEntry({
  name: 'vector stores and hosted models',
  docs: 'https://docs.pinecone.io/reference/typescript-sdk',
  packages: ['@pinecone-database/pinecone', '@qdrant/js-client-rest', 'chromadb', 'weaviate-client', 'replicate'],
  launches: [
    ...[
      'new @pinecone-database/pinecone#Pinecone().index()',
      'new @pinecone-database/pinecone#Pinecone().Index()',
    ].flatMap((index) => [`${index}.${PINECONE}()`, `${index}.namespace().${PINECONE}()`]),
    'new @pinecone-database/pinecone#Pinecone().configureIndex|createIndex|deleteIndex|describeIndex|listIndexes()',
    `new @qdrant/js-client-rest#QdrantClient().${QDRANT}()`,
    `new chromadb#ChromaClient().${COLLECTION}|deleteCollection|listCollections()`,
    `new chromadb#ChromaClient().${COLLECTION}().add|delete|query|update|upsert()`,
    'weaviate-client#connectToLocal|connectToWeaviateCloud|connectToCustom()',
    'weaviate-client#connectToLocal|connectToWeaviateCloud|connectToCustom().collections.create|delete|get().**.*()',
    'new replicate#default().run|wait()',
    'new replicate#default().predictions|models|trainings|deployments.cancel|create|get|list()',
  ],
});
