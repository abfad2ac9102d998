import { track } from './lib';

export default function Page() {
  async function submit(form: FormData) {
    'use server';
    track(form.get('name')).catch(console.error);
  }
  return <form action={submit}>…</form>;
}
