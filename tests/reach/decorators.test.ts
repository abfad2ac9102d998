import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const TOUCH = 'const touch = async (x) => { await fetch(x); };\n';
const NEST = '{ "name": "server", "dependencies": { "@nestjs/common": "11" } }';

describe('decorators as compilers leave them', () => {
  reaches("of a framework's controller", {
    'package.json': NEST,
    'lib/controller.js': `"use strict";
const common_1 = require("@nestjs/common");
${TOUCH}let C = class C {
    post() { touch(1); return {}; } //! POST /jobs/run
    other() { touch(1); return {}; }
};
exports.C = C;
__decorate([(0, common_1.Post)('run'), __metadata("design:type", Function)], C.prototype, "post", null);
exports.C = C = __decorate([(0, common_1.Controller)('jobs')], C);
`,
  });
  reaches('with the helpers of tslib', {
    'package.json': NEST,
    'lib/controller.js': `"use strict";
const tslib_1 = require("tslib");
const common_1 = require("@nestjs/common");
${TOUCH}let C = class C {
    list() { touch(1); return {}; } //! GET /jobs
};
tslib_1.__decorate([(0, common_1.Get)()], C.prototype, "list", null);
C = tslib_1.__decorate([(0, common_1.Controller)('jobs')], C);
`,
  });
  reaches('of a module of which nothing is known', {
    'lib/controller.js': `"use strict";
const rest_1 = require("@acme/rest");
${TOUCH}let C = class C {
    remove() { touch(1); return {}; } //! DELETE /jobs/:id
    hidden() { touch(1); return {}; }
};
__decorate([(0, rest_1.Delete)('/:id')], C.prototype, "remove", null);
__decorate([(0, rest_1.Memoize)()], C.prototype, "hidden", null);
C = __decorate([(0, rest_1.RestController)('/jobs')], C);
`,
  });
});

describe('decorators whose name is no verb', () => {
  reaches('make no handler', {
    'orders.ts': `import { Cache, Column, Get } from '@acme/rest';
const touch = async (x: number) => { await fetch(String(x)); };
export class Orders {
  @Cache('/orders') async list() { touch(1); }
  @Column() name = 'x';
  @Get async read() { touch(1); }
}
`,
  });
});
