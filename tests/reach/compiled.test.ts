import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const CJS = '{ "name": "server", "dependencies": { "express": "4" } }';

describe('compiled output', () => {
  reaches('_interopRequireDefault and exports.default', {
    'package.json': CJS,
    'lib/auth.js': `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.default = void 0;
const touch = async (x) => { await fetch(x); };
class Auth { async check(x) { touch(x); } } //!
var _default = exports.default = new Auth();
`,
    'lib/h.js': `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.h = void 0;
var _auth = _interopRequireDefault(require("./auth"));
function _interopRequireDefault(e) { return e && e.__esModule ? e : { default: e }; }
const h = async (req, res, next) => { await _auth.default.check(1); next(); };
exports.h = h;
`,
  });
  reaches('__importDefault and calls through (0, x.f)()', {
    'package.json': CJS,
    'lib/audit.js': `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.audit = audit;
async function audit(x) { await fetch(x); }
`,
    'lib/app.js': `"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) { return (mod && mod.__esModule) ? mod : { "default": mod }; };
Object.defineProperty(exports, "__esModule", { value: true });
const express_1 = __importDefault(require("express"));
const audit_1 = require("./audit");
const app = (0, express_1.default)();
app.post('/a', (req, res) => { (0, audit_1.audit)(1); res.end(); }); //! POST /a
`,
  });
  reaches('calls of functions behind (0, x.f)(), also of the file itself', {
    'package.json': CJS,
    'lib/audit.js': `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.audit = exports.store = void 0;
const touch = async (x) => { await fetch(x); };
const unused = async (x) => { touch(x); };
const store = async (x) => { touch(x); }; //! POST /a
exports.store = store;
const audit = async (x) => { await (0, exports.store)(x); };
exports.audit = audit;
`,
    'lib/app.js': `"use strict";
const express = require("express");
const audit_1 = require("./audit");
const app = express();
app.post('/a', async (req, res) => { await (0, audit_1.audit)(1); res.end(); });
`,
  });
  reaches('decorators and the types of injected parameters', {
    'package.json': '{ "name": "server", "dependencies": { "@nestjs/common": "11" } }',
    'lib/service.js': `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Jobs = void 0;
const touch = async (x) => { await fetch(x); };
let Jobs = class Jobs { async run() { touch(1); } }; //! POST /jobs
exports.Jobs = Jobs;
exports.Jobs = Jobs = __decorate([(0, common_1.Injectable)()], Jobs);
`,
    'lib/controller.js': `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.C = void 0;
const common_1 = require("@nestjs/common");
const service_1 = require("./service");
let C = class C {
    constructor(jobs) { this.jobs = jobs; }
    post() { this.jobs.run(); return {}; }
};
exports.C = C;
__decorate([
    (0, common_1.Post)(),
    __metadata("design:type", Function),
], C.prototype, "post", null);
exports.C = C = __decorate([
    (0, common_1.Controller)('jobs'),
    __metadata("design:paramtypes", [service_1.Jobs])
], C);
`,
  });
  reaches("esbuild's __export and __toCommonJS", {
    'package.json': CJS,
    'lib/store.js': `var __defProp = Object.defineProperty;
var __name = (target, value) => __defProp(target, "name", { value, configurable: true });
var __export = (target, all) => { for (var name in all) __defProp(target, name, { get: all[name], enumerable: true }); };
var __copyProps = (to, from) => to;
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var __publicField = (obj, key, value) => __defProp(obj, key, { value });
var store_exports = {};
__export(store_exports, {
  Store: () => Store,
  write: () => write
});
module.exports = __toCommonJS(store_exports);
const _Store = class _Store {
  static getInstance() {
    if (!_Store.instance) { _Store.instance = new _Store(); }
    return _Store.instance;
  }
  async open(x) { await fetch(x); }
  close(x) { return x; }
};
__name(_Store, "Store");
__publicField(_Store, "instance");
let Store = _Store;
async function write(x) { await fetch(x); }
0 && (module.exports = { Store, write });
`,
    'lib/other.js': `exports.Other = class { open(x) { return x; } close(x) { return fetch(x); } write() {} };
`,
    'lib/app.js': `var import_express = require("express");
var import_store = require("./store");
const app = (0, import_express.default)();
app.post('/a', (req, res) => {
  import_store.Store.getInstance().open(1); //! POST /a
  import_store.Store.getInstance().close(1);
  (0, import_store.write)(1); //! POST /a
  res.end();
});
`,
  });
  reaches('methods put on a prototype', {
    'package.json': CJS,
    'lib/app.js': `const express = require('express');
function F() {}
F.prototype.run = async function () { await fetch('x'); };
const f = new F();
const app = express();
app.post('/a', (req, res) => { f.run(); res.end(); }); //! POST /a
`,
  });
  reaches("TypeScript's __awaiter is an async function like any other", {
    'package.json': CJS,
    'lib/app.js': `var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
    return new (P || (P = Promise))(function (resolve, reject) {
        function step(result) { result.done ? resolve(result.value) : Promise.resolve(result.value).then(fulfilled, reject); }
        function fulfilled(value) { step(generator.next(value)); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
const express = require('express');
function touch(x) { return __awaiter(this, void 0, void 0, function* () { yield fetch(x); }); }
const app = express();
app.post('/a', (req, res) => __awaiter(void 0, void 0, void 0, function* () {
    touch(1); //! POST /a
    yield touch(2);
    res.end();
}));
`,
  });
  reaches('what accepts connections, in a package that depends on no server', {
    'package.json': '{ "name": "lambdas", "dependencies": { "lodash": "4" } }',
    'lib/nexus.js': `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.configure = configure;
const leave = async (x) => { await fetch(x); };
function configure(webSocketServer, feed, socket) {
  webSocketServer.on("connection", (connected) => {
    connected.on("leave", (x) => { leave(x); }); //! socket event leave
    leave(1); //! socket connection
  });
  feed.on("connection", (connected) => { connected.on("leave", (x) => { leave(x); }); });
  webSocketServer.on("connect", (connected) => { leave(2); });
  socket.on("leave", (x) => { leave(x); });
}
`,
  });
  reaches('an async callback, unless it waits for nothing', {
    'package.json': CJS,
    'lib/app.js': `"use strict";
const express = require("express");
const app = express();
app.post('/a', (req, res) => {
  setTimeout(() => __awaiter(this, void 0, void 0, function* () { console.log(1); }), 1);
  [1].forEach((x) => __awaiter(this, void 0, void 0, function* () { console.log(x); }));
  __awaiter(this, void 0, void 0, function* () { console.log(2); });
  setTimeout(() => __awaiter(this, void 0, void 0, function* () { console.log(yield fetch(3)); }), 1); //! POST /a
  res.end();
});
`,
  });
});
