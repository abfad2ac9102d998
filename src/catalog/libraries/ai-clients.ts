import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const GENAI_MODELS = names(`
  generateContent generateContentStream embedContent generateImages countTokens
`);

/** streamText() returns a result at once and streams into it. */
export const aiClients = defineEntry({
  name: 'ai clients',
  docs: 'https://ai-sdk.dev/docs/reference/ai-sdk-core',
  packages: ['ai', '@google/genai', '@langchain/core', '@langchain/openai', '@langchain/langgraph', 'langchain'],
  launches: [
    'ai#generateText|generateObject|embed|embedMany|generateImage|rerank()',
    `new @google/genai#GoogleGenAI().models.${GENAI_MODELS}()`,
    'new @langchain/openai#ChatOpenAI|OpenAI|OpenAIEmbeddings().invoke|batch|stream|embedQuery|embedDocuments()',
    'typed @langchain/core/language_models/chat_models#BaseChatModel.invoke|batch|stream()',
    'new @langchain/langgraph#StateGraph|MessageGraph().**.compile().invoke|stream|batch|updateState()',
    'typed @langchain/core/vectorstores#VectorStore.addDocuments|addVectors|similaritySearch|delete()',
  ],
  lookalikes: ['ai#streamText|streamObject()'],
});
