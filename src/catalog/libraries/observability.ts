import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

/** Classes that buffer spans, metrics and logs, by their package. */
const OTEL = {
  'sdk-trace-base': 'BasicTracerProvider|BatchSpanProcessor',
  'sdk-trace-node': 'BasicTracerProvider|NodeTracerProvider|BatchSpanProcessor',
  'sdk-metrics': 'MeterProvider',
  'sdk-logs': 'LoggerProvider|BatchLogRecordProcessor',
};

const HOOKS = names(`
  requestHook responseHook applyCustomAttributesOnSpan startIncomingSpanHook startOutgoingSpanHook
`);

/** Functions of Sentry that run another in a span or a scope. */
const SENTRY = names(`
  startSpan startSpanManual withScope withIsolationScope withActiveSpan continueTrace suppressTracing withMonitor
`);

/** Methods of PostHog's client that are requests. Those with `Async` are of versions before 4. */
const POSTHOG = names(`
  flush flushAsync shutdown shutdownAsync captureImmediate identifyImmediate getFeatureFlag isFeatureEnabled
`);

/** Methods of a prom-client registry that are synchronous. */
const METRICS_AT_ONCE =
  'getSingleMetric|getMetricsAsArray|registerMetric|removeSingleMetric|resetMetrics|setDefaultLabels|clear';

/** Recorded data waits in memory. Sending it is work; recording isn't. */
export const observability = defineEntry({
  name: 'observability',
  docs: 'https://docs.sentry.io/platforms/javascript/configuration/draining/',
  packages: [
    '@sentry/node',
    '@sentry/nextjs',
    'posthog-node',
    '@opentelemetry/sdk-node',
    '@segment/analytics-node',
    'langfuse',
    'prom-client',
  ],
  registrations: [
    {
      calls: ['new prom-client#Gauge|Counter|Histogram|Summary()'],
      handlers: [{ option: 'collect', argument: 0 }],
      label: 'metric {name}',
    },
    {
      calls: ['new @opentelemetry/instrumentation-*#*()'],
      handlers: [{ option: HOOKS, argument: 0 }],
      label: 'instrumentation {key}',
    },
  ],
  returned: 'awaited',
  launches: [
    '@sentry/node#flush|close()',
    '@sentry/nextjs#flush|close()',
    `new posthog-node#PostHog().${POSTHOG}()`,
    'new @opentelemetry/sdk-node#NodeSDK().shutdown()',
    ...Object.entries(OTEL).map(([part, names]) => `new @opentelemetry/${part}#${names}().forceFlush|shutdown()`),
    'new @segment/analytics-node#Analytics().closeAndFlush|flush()',
    'new langfuse#Langfuse().flushAsync|shutdownAsync()',
    'prom-client#register.metrics|getMetricsAsJSON|getSingleMetricAsString()',
    'new prom-client#Registry|AggregatorRegistry().metrics|getMetricsAsJSON|getSingleMetricAsString()',
    'new prom-client#AggregatorRegistry().clusterMetrics()',
    'new prom-client#Pushgateway().push|pushAdd|delete()',
  ],
  forwards: [
    '@opentelemetry/api#context.with()',
    '@opentelemetry/api#trace.getTracer().startActiveSpan()',
    'typed @opentelemetry/api#Tracer.startActiveSpan()',
    ...['@sentry/node', '@sentry/nextjs'].map((module) => `${module}#${SENTRY}()`),
    'dd-trace#default.trace()',
    'dd-trace#tracer.trace()',
    'newrelic#startSegment|startBackgroundTransaction|startWebTransaction()',
  ],
  lookalikes: [
    '@sentry/node#captureException|captureMessage|captureEvent|captureCheckIn()',
    '@sentry/nextjs#captureException|captureMessage|captureEvent|captureCheckIn()',
    `prom-client#register.${METRICS_AT_ONCE}()`,
    `new prom-client#Registry|AggregatorRegistry().${METRICS_AT_ONCE}()`,
    'new posthog-node#PostHog().capture|identify|groupIdentify|alias()',
    'new @segment/analytics-node#Analytics().track|identify|group|page|alias|screen()',
  ],
});
