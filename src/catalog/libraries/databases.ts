import { defineEntry } from '../entry.ts';

export const databases = defineEntry({
  name: 'other databases',
  docs: 'https://neo4j.com/docs/javascript-manual/current/',
  packages: [
    'neo4j-driver',
    'cassandra-driver',
    '@influxdata/influxdb-client',
    'couchbase',
    '@libsql/client',
    '@clickhouse/client',
    '@planetscale/database',
  ],
  launches: [
    'neo4j-driver#driver().session().run|executeWrite|executeRead|close()',
    'neo4j-driver#driver().executeQuery|close|verifyConnectivity()',
    'new cassandra-driver#Client().execute|batch|connect|shutdown()',
    'new @influxdata/influxdb-client#InfluxDB().getWriteApi().flush|close()',
    'couchbase#connect()',
    'couchbase#connect().bucket().scope().collection().get|upsert|insert|replace|remove|mutateIn()',
    'couchbase#connect().bucket().defaultCollection().get|upsert|insert|replace|remove|mutateIn()',
    '@libsql/client#createClient().execute|batch|transaction|executeMultiple|migrate|sync()',
    '@clickhouse/client#createClient().query|insert|exec|command|ping|close()',
    '@planetscale/database#connect().execute|transaction()',
  ],
  lookalikes: ['new @influxdata/influxdb-client#InfluxDB().getWriteApi().writePoint|writePoints|writeRecord()'],
});
