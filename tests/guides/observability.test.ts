import type { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { context, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { afterEach, expect, it, vi } from 'vitest';
import { guide } from '../support/guide.ts';

const page = guide('observability.md');
afterEach(() => {
  vi.restoreAllMocks();
});

it('has a test for each file of the page', () => {
  expect(page.files).toEqual([
    'health.js',
    'channel.js',
    // Run by tests/installs/guides.test.ts, as limit.js is.
    'prom-client.js',
    'metrics.js',
    'tracing.js',
    'context.js',
    'deadline.js',
    'limit.js',
    'stall.js',
  ]);
});

it('health.js answers with what is in flight, and is not ready while it drains', { timeout: 20_000 }, async () => {
  const loaded = await page.load('health.js');
  const { tracker } = loaded;
  const module = loaded.module as {
    server: Server;
    shutdown: { done: Promise<{ drained: boolean }>; undo: () => void };
  };
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  module.server.listen(0, '127.0.0.1');
  await once(module.server, 'listening');
  const url = `http://127.0.0.1:${String((module.server.address() as AddressInfo).port)}`;
  let end = (): void => undefined;
  const nap = new Promise<void>((resolve) => {
    end = resolve;
  });
  tracker.fireTask(nap, 'nap');
  expect(await (await fetch(`${url}/health/tasks`)).json()).toEqual([
    {
      name: 'nap',
      startedAt: expect.any(Number) as number,
      ageMs: expect.any(Number) as number,
      idleMs: expect.any(Number) as number,
      status: 'running',
    },
  ]);
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  process.emit('SIGTERM', 'SIGTERM');
  const ready = await fetch(`${url}/health/ready`);
  expect([ready.status, await ready.text()]).toEqual([503, '1 tasks\n']);
  end();
  expect((await module.shutdown.done).drained).toBe(true);
  await vi.waitFor(() => {
    expect(exit).toHaveBeenCalledWith(0);
  });
  expect(module.server.listening).toBe(false);
  module.shutdown.undo();
});

it('metrics.js counts what is in flight, and how the others ended', async () => {
  const loaded = await page.load('metrics.js');
  const { metrics, leave } = loaded.module as { metrics: () => string; leave: () => void };
  const { tracker } = loaded;
  let end = (): void => undefined;
  tracker.fireTask(new Promise<void>((resolve) => (end = resolve)), 'open');
  await tracker.fireTask(Promise.resolve(), 'a').settled;
  await tracker.fireTask(Promise.resolve(), 'b').settled;
  await tracker.fireTask(Promise.reject(new Error('no')), 'c', { onError: () => undefined }).settled;
  await sleep(1);
  expect(metrics()).toBe(`# TYPE tasks_active gauge
tasks_active 1
# TYPE tasks_ended_total counter
tasks_ended_total{status="done"} 2
tasks_ended_total{status="failed"} 1
`);
  end();
  leave();
});

it('deadline.js aborts what takes longer, and nothing else', async () => {
  const { importWithin } = (await page.load('deadline.js')).module as {
    importWithin: (ms: number, work: (signal: AbortSignal) => Promise<void>) => { settled: Promise<string> };
  };
  const nap = (ms: number) => async (signal: AbortSignal) => sleep(ms, undefined, { signal });
  expect(await importWithin(20, nap(60_000)).settled).toBe('aborted');
  expect(await importWithin(60_000, nap(1)).settled).toBe('done');
});

it('channel.js publishes each change', async () => {
  const loaded = await page.load('channel.js');
  const { tracker } = loaded;
  const module = loaded.module as { leave: () => void };
  const heard: string[] = [];
  const listener = (message: unknown): void => {
    const { type, task } = message as { type: string; task: { name: string } };
    heard.push(`${type} ${task.name}`);
  };
  subscribe('app:tasks', listener);
  await tracker.fireTask(sleep(1), 'nap').settled;
  unsubscribe('app:tasks', listener);
  module.leave();
  await tracker.fireTask(sleep(1), 'unheard').settled;
  expect(heard).toEqual(['started nap', 'done nap']);
});

it('tracing.js makes a span of each task, linked to the request that launched it', async () => {
  const exporter = new InMemorySpanExporter();
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const loaded = await page.load('tracing.js');
  const { tracker } = loaded;
  const module = loaded.module as { leave: () => void };
  const request = trace.getTracer('server').startSpan('POST /orders');
  const tasks = context.with(trace.setSpan(context.active(), request), () => [
    tracker.fireTask(sleep(5), 'mail'),
    tracker.fireTask(async () => {
      await sleep(1);
      trace.getTracer('work').startSpan('query').end();
      throw new Error('boom');
    }, 'index'),
  ]);
  request.end();
  await Promise.all(tasks.map(({ settled }) => settled));
  module.leave();
  const spans = new Map(exporter.getFinishedSpans().map((span) => [span.name, span]));
  const requestId = request.spanContext().spanId;
  for (const name of ['mail', 'index']) {
    expect(spans.get(name)?.links.map((link) => link.context.spanId)).toEqual([requestId]);
    expect(spans.get(name)?.spanContext().traceId).not.toBe(request.spanContext().traceId);
  }
  expect(spans.get('mail')).toMatchObject({
    attributes: { 'task.status': 'done' },
    status: { code: SpanStatusCode.UNSET },
  });
  expect(spans.get('index')).toMatchObject({
    attributes: { 'task.status': 'failed' },
    status: { code: SpanStatusCode.ERROR },
    events: [{ name: 'exception', attributes: { 'exception.message': 'boom' } }],
  });
  expect(spans.get('query')?.spanContext().traceId).toBe(request.spanContext().traceId);
});

it('context.js finds the request inside the task', async () => {
  const loaded = await page.load('context.js');
  const { tracker } = loaded;
  const module = loaded.module as {
    requests: AsyncLocalStorage<unknown>;
    handle: (id: string, log: (line: string) => void) => void;
  };
  const lines: string[] = [];
  module.handle('r-1', (line) => lines.push(line));
  module.handle('r-2', (line) => lines.push(line));
  await tracker.drainTasks({ close: false });
  expect(lines).toEqual(['done for r-1', 'done for r-2']);
});

it('stall.js reports an import that hangs, and not one that beats', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const loaded = await page.load('stall.js');
  const { tracker } = loaded;
  const module = loaded.module as {
    importAll: (pages: number[], run: (page: number) => Promise<unknown>) => { settled: Promise<string> };
  };
  vi.useFakeTimers();
  const after = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));
  tracker.configureTasks({ stallAfterMs: 60 });
  const beating = module.importAll([1, 2, 3, 4], () => after(30));
  await vi.advanceTimersByTimeAsync(130);
  expect(await beating.settled).toBe('done');
  expect(said).not.toHaveBeenCalled();
  const hanging = module.importAll([1], () => after(200));
  await vi.advanceTimersByTimeAsync(210);
  await hanging.settled;
  vi.useRealTimers();
  expect(said.mock.calls.map(([, line]) => String(line).replace(/\d+/g, 'n'))).toEqual([
    'fire-task: "importAll" (n ms old) has been silent for n ms',
  ]);
  tracker.configureTasks({ stallAfterMs: undefined });
});
