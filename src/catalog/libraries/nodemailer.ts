import { defineEntry } from '../entry.ts';

export const nodemailer = defineEntry({
  name: 'nodemailer',
  docs: 'https://nodemailer.com/usage/',
  packages: ['nodemailer'],
  launches: ['nodemailer#createTransport().sendMail|verify()', 'typed nodemailer#Transporter.sendMail|verify()'],
});
