import { markedFiles } from '../support/marked-files.ts';

/** Packages beside a framework whose options are functions that run once per request or message. */
markedFiles([
  [
    'passport strategies and sessions',
    ['passport', 'passport-local', 'passport-google-oauth20', 'passport-jwt'],
    {
      'strategies.js': `
const passport = require('passport');
const LocalStrategy = require('passport-local').Strategy;
const GoogleStrategy = require('passport-google-oauth20').Strategy;
const { Strategy: JwtStrategy } = require('passport-jwt');
passport.use(new LocalStrategy(async (username, password, done) => { work(1); done(null, {}); })); //!
passport.use(new GoogleStrategy({ clientID: 'x' }, async function (accessToken, refreshToken, profile, cb) { work(2); cb(null, {}); })); //!
passport.use(new JwtStrategy({}, (payload, done) => { work(3); done(null, {}); })); //!
passport.serializeUser((user, done) => { work(4); done(null, user.id); }); //!
passport.deserializeUser(async (id, done) => { work(5); done(null, {}); }); //!
module.exports = passport.authenticate('local', (err, user) => { work(6); }); //!`,
    },
  ],
  [
    'passport of NestJS',
    ['@nestjs/passport', 'passport-local'],
    {
      'local.strategy.ts': `
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
export class LocalStrategy extends PassportStrategy(Strategy) {
  async validate(username: string, password: string) { work(1); return {}; } //!
  other() { work(2); }
}`,
    },
  ],
  [
    'strategies of something else',
    ['passport'],
    {
      'game.js': `
import { Strategy } from './strategy.js';
export const aggressive = new Strategy(async (board) => { work(1); });
export const schema = { serializeUser: (user) => { work(2); } };`,
    },
  ],
  [
    'multer',
    ['multer', 'express'],
    {
      'upload.ts': `
import multer from 'multer';
const storage = multer.diskStorage({
  destination: async (req, file, cb) => { work(1); cb(null, '/x'); }, //!
  filename(req, file, cb) { work(2); cb(null, 'x'); }, //!
});
export const upload = multer({ storage, fileFilter: (req, file, cb) => { work(3); cb(null, true); } }); //!`,
      'other.ts': `
import { multer, diskStorage } from './own.js';
export const storage = diskStorage({ destination: async (req, file, cb) => { work(1); } });
export const upload = multer({ fileFilter: (file) => { work(2); } });`,
    },
  ],
  [
    'proxies',
    ['http-proxy-middleware', 'http-proxy'],
    {
      'a.ts': `
import { createProxyMiddleware, responseInterceptor } from 'http-proxy-middleware';
export const a = createProxyMiddleware({ target: 'x', on: { proxyReq: (proxyReq, req) => { work(1); }, error: async (err) => { work(2); } } }); //!!
export const b = createProxyMiddleware({ target: 'x', onProxyRes(proxyRes, req, res) { work(3); } }); //!
export const c = responseInterceptor(async (buffer, proxyRes, req, res) => { work(4); return buffer; }); //!`,
      'b.js': `
const httpProxy = require('http-proxy');
const proxy = httpProxy.createProxyServer({});
proxy.on('proxyRes', (proxyRes, req, res) => { work(1); }); //!
proxy.on('start', () => { work(2); });`,
    },
  ],
  [
    'smtp-server',
    ['smtp-server'],
    {
      'server.ts': `
import { SMTPServer } from 'smtp-server';
export const server = new SMTPServer({
  onAuth(auth, session, callback) { work(1); callback(null, { user: 1 }); }, //!
  onData: async (stream, session, callback) => { work(2); callback(); }, //!
  logger: { info() { work(3); } },
});`,
    },
  ],
]);
