import { valuesAre } from '../support/values.ts';

const PARAMETERS = (types: string, code = 'Api', more = ''): string =>
  `let Api = class Api { constructor(a, mail) { this.mail = mail; } go() { «this.mail»; } }; ${code} = __decorate([Injectable(), ${more}__metadata('design:paramtypes', ${types})], ${code});`;
const FIELD = (decorators: string, target = 'Api.prototype', name = "'mail'"): string =>
  `class Api { mail; go() { «this.mail»; } } __decorate([${decorators}], ${target}, ${name}, void 0);`;
const TYPE = "Inject(), __metadata('design:type', Mail)";

valuesAre(
  {
    'what is injected into a constructor': [
      ['by its place', PARAMETERS('[Other, Mail]'), 'new Mail'],
      ['after other metadata', PARAMETERS('[Other, Mail]', 'Api', "__metadata('design:type', Other), x, "), 'new Mail'],
      ['nothing without its type', PARAMETERS('[Other]'), 'parameter 1 of Api.Api.constructor'],
      ['nothing by a hole', PARAMETERS('[Other, ,]'), 'parameter 1 of Api.Api.constructor'],
      ['nothing by a type of the platform', PARAMETERS('[Other, Object]'), 'parameter 1 of Api.Api.constructor'],
      ['nothing by what is no list', PARAMETERS('types'), 'parameter 1 of Api.Api.constructor'],
      [
        'by the guard of a compiler',
        `var _a; ${PARAMETERS('[Other, typeof (_a = typeof Mail !== "undefined" && Mail) === "function" ? _a : Object]')}`,
        'new Mail',
      ],
      ['by another guard', PARAMETERS('[Other, typeof Mail === "undefined" ? Object : Mail]'), 'new Mail'],
      ['by its other order', PARAMETERS('[Other, typeof Mail !== "undefined" ? Mail : Object]'), 'new Mail'],
      [
        'nothing by metadata of another name',
        PARAMETERS('[Other, Mail]').replace('design:paramtypes', 'design:returntype'),
        'parameter 1 of Api.Api.constructor',
      ],
      [
        'nothing by another helper',
        PARAMETERS('[Other, Mail]').replace('__decorate(', '__param('),
        'parameter 1 of Api.Api.constructor',
      ],
      [
        'nothing of what is said of a member',
        PARAMETERS('[Other, Mail]').replace('], Api);', "], Api, 'go');"),
        'parameter 1 of Api.Api.constructor',
      ],
      ['a class of a package', `import { Mailer } from 'acme'; ${PARAMETERS('[Other, Mailer]')}`, 'acme#Mailer.new'],
      [
        'nothing into another method',
        "class Api { go(a, mail) { «mail»; } } Api = __decorate([__metadata('design:paramtypes', [Other, Mail])], Api);",
        'parameter 1 of Api.go',
      ],
    ],
    'what is injected into a field': [
      ['by its type', FIELD(TYPE), 'new Mail'],
      ['not into another field', FIELD(TYPE, 'Api.prototype', "'other'"), undefined],
      ['not into a field of another class', FIELD(TYPE, 'Mail.prototype'), undefined],
      ['not into a static field', FIELD(TYPE, 'Api'), undefined],
      ['not into a part of the class', FIELD(TYPE, 'Api.other'), undefined],
      ['not into a part of an object', FIELD(TYPE, 'x.Api.prototype'), undefined],
      ['nothing by a type of the platform', FIELD("__metadata('design:type', Object)"), undefined],
      ['nothing by its parameters', FIELD("__metadata('design:paramtypes', [Mail])"), undefined],
      ['nothing by what is no metadata', FIELD("inject('design:type', Mail)"), undefined],
      ['nothing without decorators', FIELD(TYPE).replace(`[${TYPE}]`, 'list'), undefined],
    ],
  },
  { path: 'src/app.js', before: 'class Mail {} class Other {} ' },
);
