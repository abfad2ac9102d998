import { valuesAre } from '../support/values.ts';

valuesAre(
  {
    'what a map keeps under a literal key': [
      ['by set', "const all = new Map(); all.set('mail', new Mail()); «all.get('mail')»", 'new Mail'],
      ['by a template', "const all = new Map(); all.set(`mail`, new Mail()); «all.get('mail')»", 'new Mail'],
      ['by what it is made with', "const all = new Map([['mail', new Mail()]]); «all.get('mail')»", 'new Mail'],
      [
        'by one of the pairs',
        "const all = new Map([['other', new Other()], ['mail', new Mail()]]); «all.get('mail')»",
        'new Mail',
      ],
      [
        'beside what is no pair',
        "const all = new Map([, x, ['mail'], [, 1], ['mail', new Mail()]]); «all.get('mail')»",
        'new Mail',
      ],
      [
        'not by a key that is a name',
        "const all = new Map([[mail, new Mail()]]); «all.get('mail')»",
        'global#Map.new.get.()',
      ],
      ['not by what is copied', "const all = new Map(other); «all.get('mail')»", 'global#Map.new.get.()'],
      [
        'not under another key',
        "const all = new Map(); all.set('x', new Mail()); «all.get('mail')»",
        'global#Map.new.get.()',
      ],
      [
        'not with a key that is not literal',
        "const all = new Map(); all.set('mail', new Mail()); «all.get(mail)»",
        'global#Map.new.get.()',
      ],
      [
        'not by another method',
        "const all = new Map(); all.set('mail', new Mail()); «all.has('mail')»",
        'global#Map.new.has.()',
      ],
      [
        'not what is only added by another method',
        "const all = new Map(); all.put('mail', new Mail()); log.set('mail', 1); «all.get('mail')»",
        'global#Map.new.get.()',
      ],
      [
        'not by another map',
        "const all = new Map(); const others = new Map(); others.set('mail', new Mail()); «all.get('mail')»",
        'global#Map.new.get.()',
      ],
      [
        'twice the same',
        "const all = new Map(); all.set('mail', new Mail()); all.set('mail', new Mail()); «all.get('mail')»",
        'new Mail',
      ],
      [
        'not two things',
        "const all = new Map(); all.set('mail', new Mail()); all.set('mail', new Other()); «all.get('mail')»",
        'global#Map.new.get.()',
      ],
      [
        'not one that is known and one that is not',
        "const all = new Map(); all.set('mail', new Mail()); all.set('mail', 1 + x); «all.get('mail')»",
        'global#Map.new.get.()',
      ],
      [
        'not one that is not known and one that is',
        "const all = new Map(); all.set('mail', 1 + x); all.set('mail', new Mail()); «all.get('mail')»",
        'global#Map.new.get.()',
      ],
      [
        'in a field',
        "class A { all = new Map(); constructor() { this.all.set('mail', new Mail()); } go() { «this.all.get('mail')»; } }",
        'new Mail',
      ],
      [
        'in another file',
        "import { all } from './all.js'; «all.get('mail')»",
        'new Sender',
        { 'src/all.ts': "class Sender {} export const all = new Map(); all.set('mail', new Sender());" },
      ],
      [
        'from another file',
        "export const all = new Map(); «all.get('mail')»",
        'new Sender',
        { 'src/start.ts': "import { all } from './app.js'; class Sender {} all.set('mail', new Sender());" },
      ],
      [
        'of a class of the name of Map',
        "class Map { get() { return new Other(); } } const all = new Map(); all.set('mail', new Mail()); «all.get('mail')»",
        'new Other',
      ],
      [
        'of what is no map',
        "const all = new Set(); all.set('mail', new Mail()); «all.get('mail')»",
        'global#Set.new.get.()',
      ],
    ],
  },
  { before: 'class Mail {} class Other {} ' },
);
