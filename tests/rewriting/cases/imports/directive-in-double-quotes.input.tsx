"use server"

import { record } from "../services/audit.js"
import { refreshPrices } from "../services/orders.js"

export async function refresh(_: unknown, form: FormData) {
  const noted = record(`refresh ${String(form.get("shop"))}`)
  await refreshPrices()
  return { message: <b>It&apos;s fresh</b> }
}
