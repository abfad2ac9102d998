/** What `npm run docs` writes into the rule pages and the README; `npm run docs:check`, and a test, look whether it is so. */
export default {
  ruleDocTitleFormat: 'prefix-name',
  ruleDocNotices: ['description', 'deprecated', 'configs', 'hasSuggestions'],
  // Every config has every rule, so that the list says nothing of configs.
  ruleListColumns: ['name', 'description', 'hasSuggestions', 'options'],
  configEmoji: [
    ['recommended', '✅'],
    ['recommendedTypeChecked', '🔷'],
    ['strict', '🔒'],
  ],
};
