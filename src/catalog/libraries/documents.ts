import { defineEntry } from '../entry.ts';

/** What reads, draws, writes and translates documents and texts. */
export const documents = defineEntry({
  name: 'documents',
  docs: 'https://github.com/soldair/node-qrcode#api',
  packages: ['qrcode', 'mammoth', 'file-type', 'exceljs', 'jimp', 'pdf-lib', 'i18next'],
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
  synchronous: [{ values: ['qrcode#toFile|toDataURL|toString|toBuffer()'], callback: true }],
});
