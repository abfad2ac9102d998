import { defineEntry } from '../entry.ts';

export const sharp = defineEntry({
  name: 'sharp',
  docs: 'https://sharp.pixelplumbing.com/api-output/',
  packages: ['sharp'],
  launches: ['sharp#default().**.toBuffer|toFile|metadata|stats()'],
});
