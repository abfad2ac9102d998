import { defineEntry } from '../entry.ts';

/** What reads, draws, writes and translates documents and texts. */
export const documents = defineEntry({
  name: 'documents',
  docs: 'https://github.com/soldair/node-qrcode#api',
  packages: ['qrcode', 'mammoth', 'file-type', 'exceljs', 'jimp', 'pdf-lib', 'i18next', '@mrleebo/prisma-ast'],
  launches: [
    'qrcode#toFile|toDataURL|toString|toBuffer()',
    'mammoth#extractRawText|convertToHtml()',
    'file-type#fileTypeFromBuffer|fileTypeFromFile|fileTypeFromStream|fileTypeFromBlob()',
    'new exceljs#Workbook().xlsx|csv.writeFile|writeBuffer|write|readFile|read()',
    'jimp#Jimp.read()',
    'pdf-lib#PDFDocument.load|create()',
    'pdf-lib#PDFDocument.load|create().save|embedFont|embedPng|embedJpg()',
    'i18next#changeLanguage|loadNamespaces|loadLanguages|reloadResources()',
    'i18next#createInstance().changeLanguage|loadNamespaces|loadLanguages|reloadResources()',
  ],
  // It calls its function at once, with what the call before it named.
  lookalikes: [
    '@mrleebo/prisma-ast#createPrismaSchemaBuilder().**.then()',
    'new @mrleebo/prisma-ast#ConcretePrismaSchemaBuilder().**.then()',
  ],
  thenables: ['@mrleebo/prisma-ast#ConcretePrismaSchemaBuilder'],
  synchronous: [{ values: ['qrcode#toFile|toDataURL|toString|toBuffer()'], callback: true }],
});
