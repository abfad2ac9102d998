"use server"

import { record } from "../services/audit.js"
import { refreshPrices } from "../services/orders.js"
import { fireTask } from "../lib/fire-task.js"

export async function refresh(_: unknown, form: FormData) {
  fireTask(record(`refresh ${String(form.get("shop"))}`), "record")
  await refreshPrices()
  return { message: <b>It&apos;s fresh</b> }
}
