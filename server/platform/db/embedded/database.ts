import { escapeIdentifier } from 'pg';
import type { Client } from 'pg';
import { DATABASE } from './cluster.ts';

/**
 * Makes the application's role and database if they are missing. The role owns the database and may create others (tests clone
 * theirs), but is no superuser: it can reach neither files nor programs of the machine.
 */
export async function ensureDatabase(superuser: Client): Promise<void> {
  const name = escapeIdentifier(DATABASE);
  const { rows } = await superuser.query(
    `SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1) AS "hasDatabase", EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS "hasRole"`,
    [DATABASE],
  );
  if (rows[0].hasDatabase) return;
  if (!rows[0].hasRole) {
    await superuser.query(`CREATE ROLE ${name} LOGIN CREATEDB`);
  }
  await superuser.query(`GRANT pg_monitor TO ${name}`);
  // A restore loads tables in any order and switches the triggers off meanwhile.
  await superuser.query(`GRANT SET ON PARAMETER session_replication_role TO ${name}`);
  await superuser.query(`CREATE DATABASE ${name} OWNER ${name}`);
}
