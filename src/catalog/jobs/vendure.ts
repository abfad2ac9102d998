import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

/** Operations that a shop defines, and that its core calls while it answers. */
const OPERATIONS = names(`
  PaymentMethodHandler PaymentMethodEligibilityChecker ShippingCalculator ShippingEligibilityChecker FulfillmentHandler
  PromotionItemAction PromotionLineAction PromotionOrderAction PromotionShippingAction PromotionCondition
  EntityDuplicator
`);
const METHODS = names(`
  createPayment settlePayment cancelPayment createRefund onStateTransitionStart onStateTransitionEnd calculate check
  createFulfillment onFulfillmentTransition execute onActivate onDeactivate duplicate
`);

export const vendure = defineEntry({
  name: 'vendure',
  docs: 'https://docs.vendure.io/guides/developer-guide/scheduled-tasks/',
  packages: ['@vendure/core'],
  versions: '2, 3',
  registrations: [
    {
      calls: [`new @vendure/core#${OPERATIONS}()`],
      handlers: [{ option: METHODS, argument: 0 }],
      kind: 'request',
      label: '{key} {code}',
    },
    {
      calls: ['new @vendure/email-plugin#EmailEventListener().on().**.loadData|filter|setTemplateVars|setRecipient()'],
      handlers: [0],
      kind: 'message',
      label: 'mail {method}',
    },
    {
      calls: ['new @vendure/core#ScheduledTask()'],
      handlers: [{ option: 'execute', argument: 0 }],
      kind: 'job',
      label: 'scheduled task {id}',
    },
    {
      calls: ['typed @vendure/core#JobQueueService.createQueue()'],
      handlers: [{ option: 'process', argument: 0 }],
      kind: 'job',
      label: 'job queue {name}',
    },
    {
      calls: ['typed @vendure/core#EventBus.ofType().**.subscribe()'],
      handlers: [0],
      kind: 'message',
      label: 'event',
    },
    {
      calls: ['typed @vendure/core#EventBus.registerBlockingEventHandler()'],
      handlers: [{ option: 'handler', argument: 0 }],
      kind: 'message',
      label: 'event {id}',
    },
  ],
  objects: [
    {
      types: ['@vendure/core#OrderProcess|PaymentProcess|FulfillmentProcess'],
      handlers: ['onTransitionStart|onTransitionEnd|onTransitionError'],
      label: '{key}',
    },
  ],
  classes: [
    {
      implements: ['@vendure/core#AuthenticationStrategy'],
      methods: ['authenticate', 'onLogOut'],
      label: 'authentication {class}',
    },
  ],
  launches: ['typed @vendure/core#EventBus.publish()'],
  enqueues: ['typed @vendure/core#JobQueue.add()'],
  returned: 'awaited',
});
