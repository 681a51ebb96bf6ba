import type { Prisma, PrismaClient } from '../generated/client';

/** A client, or the client of a running transaction. */
export type PrismaSession = PrismaClient | Prisma.TransactionClient;
