import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const TELEGRAF = names(`
  Action Cashtag Command Email GameQuery Hashtag Hears Help InlineQuery Mention On Phone Settings Start TextLink
  TextMention Url Use SceneEnter SceneLeave WizardStep
`);
const NECORD = names(`
  Button ChannelSelect MentionableSelect MessageCommand Modal On Once RoleSelect SlashCommand StringSelect
  Subcommand TextCommand UserCommand UserSelect
`);
const DISCORDX = names(`
  ButtonComponent ContextMenu ModalComponent On Once Reaction SelectMenuComponent SimpleCommand Slash
`);

export const botDecorators = defineEntry({
  name: 'bots with decorators',
  docs: 'https://necord.org/slash-commands',
  packages: ['nestjs-telegraf', 'necord', 'discordx', '@grammyjs/nestjs', 'nestjs-grammy', '@nestgram/nestgram'],
  versions: 'nestjs-telegraf 2; necord 6; discordx 11',
  decorators: [
    { names: [`nestjs-telegraf#${TELEGRAF}()`], kind: 'message', label: '{name} {0}' },
    { names: [`necord#${NECORD}()`], kind: 'message', label: '{name} {0}' },
    { names: [`discordx#${DISCORDX}()`], kind: 'message', label: '{name} {0}' },
  ],
  returned: 'caught',
});
