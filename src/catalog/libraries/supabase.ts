import { defineEntry } from '../entry.ts';

export const supabase = defineEntry({
  name: 'supabase',
  docs: 'https://supabase.com/docs/reference/javascript/introduction',
  packages: ['@supabase/supabase-js'],
  launches: ['@supabase/supabase-js#createClient().auth|storage|functions.**()'],
  // It has `then`, but neither `catch` nor `finally`.
  lazy: ['@supabase/supabase-js#createClient().from().**()', '@supabase/supabase-js#createClient().rpc()'],
});
