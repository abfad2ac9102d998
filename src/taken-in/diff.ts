export { createTwoFilesPatch, diffWordsWithSpace, FILE_HEADERS_ONLY, structuredPatch } from 'diff';
