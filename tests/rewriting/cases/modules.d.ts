/** What the cases use of packages that are not installed here. */
declare module 'knex' {
  interface Query extends PromiseLike<unknown[]> {
    insert(row: object): Query;
  }
  export default function knex(options: { client: string }): (table: string) => Query;
}

declare module 'mongoose' {
  interface Query<T> extends PromiseLike<T> {
    where(path: string): Query<T>;
    ne(value: unknown): Query<T>;
    exec(): Promise<T>;
  }
  interface Model {
    find(filter?: object): Query<object[]>;
    findOne(filter: object): Query<object | null>;
    updateOne(filter: object, change: object): Query<object>;
    deleteMany(filter: object): Query<object>;
    create(document: object): Promise<object>;
  }
  export class Schema {
    constructor(paths: object);
  }
  export function model(name: string, schema: Schema): Model;
}

declare module '@prisma/client' {
  interface PrismaPromise<T> extends Promise<T> {
    readonly [Symbol.toStringTag]: 'PrismaPromise';
  }
  export class PrismaClient {
    readonly order: { update(args: { where: { id: string }; data: object }): PrismaPromise<object> };
    $executeRaw(query: TemplateStringsArray, ...values: unknown[]): PrismaPromise<number>;
  }
}

declare module 'drizzle-orm/node-postgres' {
  interface Insert extends Promise<unknown> {
    values(row: object): Insert;
  }
  export function drizzle(url: string): { insert(table: object): Insert };
}

declare module 'next' {
  export interface NextApiRequest {
    readonly query: Readonly<Record<string, string>>;
  }
  export interface NextApiResponse {
    status(code: number): { end(): void };
  }
}

declare module 'react/jsx-runtime' {
  export namespace JSX {
    type Element = object;
    type IntrinsicElements = Record<string, object>;
  }
}

declare module '@nestjs/common' {
  export const Controller: (path: string | { path: string; version?: string }) => ClassDecorator;
  export const Post: (path?: string) => MethodDecorator;
  export const Patch: (path?: string) => MethodDecorator;
  export const Body: () => ParameterDecorator;
  export const Param: (name: string) => ParameterDecorator;
  export const Inject: (token: string) => PropertyDecorator;
}

declare module '@trpc/server' {
  interface Procedure<Context> {
    mutation<T>(resolver: (options: { ctx: Context }) => T): T;
  }
  interface Builder<Context> {
    readonly procedure: Procedure<Context>;
    router<T extends object>(procedures: T): T;
  }
  export const initTRPC: { context<Context>(): { create(): Builder<Context> } };
}

declare module 'socket.io' {
  export interface Socket {
    readonly id: string;
    on<Values extends unknown[]>(event: string, listener: (...values: Values) => void): this;
  }
  export class Server {
    on(event: 'connection', listener: (socket: Socket) => void): this;
  }
}

declare module 'bullmq' {
  export interface Job<Data> {
    readonly data: Data;
    updateProgress(progress: number): Promise<void>;
  }
  export class Queue {
    constructor(name: string);
    add(name: string, data: object, options?: { delay: number }): Promise<Job<object>>;
  }
  export class Worker<Data> {
    constructor(name: string, processor: (job: Job<Data>) => Promise<unknown>);
  }
}
