import { defineEntry } from '../entry.ts';

export const httpProxy = defineEntry({
  name: 'http-proxy',
  docs: 'https://github.com/chimurai/http-proxy-middleware#http-proxy-events',
  packages: ['http-proxy-middleware', 'http-proxy'],
  versions: 'middleware 2, 3',
  receivers: {
    proxy: { values: ['http-proxy#createProxyServer|createProxy()', 'http-proxy#default.createProxyServer()'] },
  },
  registrations: [
    {
      calls: ['http-proxy-middleware#createProxyMiddleware()'],
      handlers: [{ option: 'on.*' }, { option: 'onProxyReq|onProxyRes|onError|onOpen|onClose|onProxyReqWs' }],
      label: 'proxy {key}',
    },
    { calls: ['http-proxy-middleware#responseInterceptor()'], handlers: [0], label: 'proxy response' },
    {
      on: 'proxy',
      methods: ['on', 'once'],
      events: ['proxyReq', 'proxyRes', 'proxyReqWs', 'error', 'open', 'close'],
      handlers: [1],
      label: 'proxy {0}',
    },
  ],
  returned: 'ignored',
});
