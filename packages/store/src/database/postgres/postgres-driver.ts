import { type DatabaseConnection, PostgresDriver, type TransactionSettings } from "kysely";
import { StoreUnavailable } from "../../failures/store-unavailable.ts";
import { TryAgain } from "../../failures/try-again.ts";
import { connectingFailure, postgresFailure } from "./postgres-failure.ts";

/** Kysely's driver, whose errors are said in the words of the store. */
export class TranslatingPostgresDriver extends PostgresDriver {
  readonly #known = new WeakSet<DatabaseConnection>();

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection().catch((error: unknown) => {
      throw connectingFailure(error);
    });
    if (!this.#known.has(connection)) this.#translate(connection);
    return connection;
  }

  /**
   * Read committed where no other level is stated: what the server is set to must not matter. A connection that was lost
   * while it lay idle is noticed here, when nothing has begun yet.
   */
  override async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel = "read committed", accessMode }: TransactionSettings,
  ): Promise<void> {
    try {
      await super.beginTransaction(connection, { isolationLevel, ...(accessMode && { accessMode }) });
    } catch (error) {
      throw error instanceof StoreUnavailable ? new TryAgain(error.trouble, error) : error;
    }
  }

  /** The driver recognises its connections, so that they are changed rather than wrapped; commits go this way too. */
  #translate(connection: DatabaseConnection): void {
    const executeQuery = connection.executeQuery.bind(connection);
    connection.executeQuery = (query, options) =>
      executeQuery(query, options).catch((error: unknown) => {
        throw postgresFailure(error);
      }) as ReturnType<typeof executeQuery<never>>;
    this.#known.add(connection);
  }
}
