-- The table of db-scheduler, in types that SQLite and PostgreSQL both take.
create table scheduled_tasks (
  task_name            varchar(100) not null,
  task_instance        varchar(300) not null,
  task_data            bytea,
  execution_time       timestamp with time zone not null,
  picked               boolean not null,
  picked_by            varchar(50),
  last_success         timestamp with time zone,
  last_failure         timestamp with time zone,
  consecutive_failures int,
  last_heartbeat       timestamp with time zone,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);

-- What is wanted: the work is done once a run that began after the last request has ended.
-- All times of ours are milliseconds since 1970, UTC.
create table work_request (
  job          varchar(100) not null,
  subject      varchar(300) not null,
  generation   bigint not null,
  revision     bigint not null,
  requested_at bigint not null,
  not_before   bigint not null,
  unforeseen   int not null,
  primary key (job, subject)
);

-- What was given up, until an operator has it tried again or dropped.
create table dead_letter (
  job      varchar(100) not null,
  subject  varchar(300) not null,
  reason   varchar(500) not null,
  tries    int not null,
  died_at  bigint not null,
  primary key (job, subject)
);

-- One row, written to find out whether the store can be.
create table store_probe (
  written_at bigint not null
);
insert into store_probe (written_at) values (0);
