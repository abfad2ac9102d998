export declare function record(event: string): Promise<void>;
