import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getAuthTables } from 'better-auth/db';
import { platformModule } from '../module-definition.ts';
import { testApp } from '../testing.ts';
import { getEngine } from './engine.ts';
import { authModule } from './module.ts';

const app = await testApp({ modules: [platformModule, authModule] });

test('our tables have every column that better-auth expects, with a fitting type, and demand nothing that it leaves out', async () => {
  const engine = await getEngine(app.services, false);
  const types: Record<string, string[]> = {
    string: ['text', 'uuid'],
    boolean: ['boolean'],
    date: ['timestamp with time zone'],
    number: ['integer', 'bigint'],
  };
  const { rows } = await app.services.database.pool.query<
    Record<'table' | 'name' | 'type' | 'nullable' | 'preset', string>
  >(
    `select table_name as table, column_name as name, data_type as type, is_nullable as nullable,
            coalesce(column_default, '') as preset
     from information_schema.columns where table_name like 'platform\\_user%'`,
  );
  const tables = Object.values(getAuthTables(engine.options));
  assert.equal(tables.length, 5);
  for (const table of tables) {
    const columns = rows.filter((row) => row.table === table.modelName);
    const expected = new Set(['id']);
    for (const [key, field] of Object.entries(table.fields)) {
      const name = field.fieldName ?? key;
      expected.add(name);
      const column = columns.find((row) => row.name === name);
      assert.ok(column, `${table.modelName}.${name} is missing`);
      assert.ok(
        types[String(field.type)]?.includes(column.type),
        `${table.modelName}.${name}: ${field.type} in ${column.type}`,
      );
      if (field.required === false) {
        assert.ok(column.nullable === 'YES' || column.preset !== '', `${table.modelName}.${name} must be optional`);
      }
    }
    const extra = columns.filter((row) => !expected.has(row.name) && row.nullable === 'NO' && row.preset === '');
    assert.deepEqual(extra, [], table.modelName);
  }
});

test('the engine is made once for each kind of cookie', () => {
  assert.equal(getEngine(app.services, true), getEngine(app.services, true));
  assert.notEqual(getEngine(app.services, true), getEngine(app.services, false));
});
