import { defineEntry } from '../entry.ts';

/** What holds spans, measures and logs back, by the package that has it. */
const OTEL = {
  'sdk-trace-base': 'BasicTracerProvider|BatchSpanProcessor',
  'sdk-trace-node': 'BasicTracerProvider|NodeTracerProvider|BatchSpanProcessor',
  'sdk-metrics': 'MeterProvider',
  'sdk-logs': 'LoggerProvider|BatchLogRecordProcessor',
};

/** What a registry of prom-client answers at once. */
const METRICS_AT_ONCE =
  'getSingleMetric|getMetricsAsArray|registerMetric|removeSingleMetric|resetMetrics|setDefaultLabels|clear';

/** What is recorded waits in memory: sending the rest of it is work, recording is none. */
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
  launches: [
    '@sentry/node#flush|close()',
    '@sentry/nextjs#flush|close()',
    'new posthog-node#PostHog().flush|shutdown|captureImmediate|identifyImmediate|getFeatureFlag|isFeatureEnabled()',
    'new @opentelemetry/sdk-node#NodeSDK().shutdown()',
    ...Object.entries(OTEL).map(([part, names]) => `new @opentelemetry/${part}#${names}().forceFlush|shutdown()`),
    'new @segment/analytics-node#Analytics().closeAndFlush|flush()',
    'new langfuse#Langfuse().flushAsync|shutdownAsync()',
    'prom-client#register.metrics|getMetricsAsJSON|getSingleMetricAsString()',
    'new prom-client#Registry|AggregatorRegistry().metrics|getMetricsAsJSON|getSingleMetricAsString()',
    'new prom-client#AggregatorRegistry().clusterMetrics()',
    'new prom-client#Pushgateway().push|pushAdd|delete()',
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
