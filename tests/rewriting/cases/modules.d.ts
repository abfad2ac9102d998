/** What the cases use of packages that are not installed here. */
declare module 'knex' {
  interface Query extends PromiseLike<unknown[]> {
    insert(row: object): Query;
  }
  export default function knex(options: { client: string }): (table: string) => Query;
}

declare module 'next' {
  export interface NextApiRequest {
    readonly query: Readonly<Record<string, string>>;
  }
  export interface NextApiResponse {
    status(code: number): { end(): void };
  }
}

declare module '@nestjs/common' {
  export const Controller: (path: string) => ClassDecorator;
  export const Post: () => MethodDecorator;
  export const Body: () => ParameterDecorator;
}
