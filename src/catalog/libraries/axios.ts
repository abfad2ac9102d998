import { defineEntry } from '../entry.ts';

export const axios = defineEntry({
  name: 'axios',
  docs: 'https://axios-http.com/docs/api_intro',
  packages: ['axios'],
  launches: [
    'axios#default()',
    'axios#request|get|delete|head|options|post|put|patch|postForm|putForm|patchForm()',
    'axios#create()()',
    'axios#create().request|get|delete|head|options|post|put|patch()',
    'typed axios#AxiosInstance.request|get|delete|head|options|post|put|patch()',
  ],
});
