import { defineEntry } from '../entry.ts';

/** streamText() gives back a result at once and streams into it. */
export const aiClients = defineEntry({
  name: 'ai clients',
  docs: 'https://ai-sdk.dev/docs/reference/ai-sdk-core',
  packages: ['ai', '@google/genai', '@langchain/core', '@langchain/openai'],
  launches: [
    'ai#generateText|generateObject|embed|embedMany|generateImage|rerank()',
    'new @google/genai#GoogleGenAI().models.generateContent|generateContentStream|embedContent|generateImages|countTokens()',
    'new @langchain/openai#ChatOpenAI|OpenAI|OpenAIEmbeddings().invoke|batch|stream|embedQuery|embedDocuments()',
    'typed @langchain/core/language_models/chat_models#BaseChatModel.invoke|batch|stream()',
    'typed @langchain/core/vectorstores#VectorStore.addDocuments|addVectors|similaritySearch|delete()',
  ],
  lookalikes: ['ai#streamText|streamObject()'],
});
