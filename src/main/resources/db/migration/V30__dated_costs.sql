-- What a product costs from a day on. Before the first day, and where there is none, what the product itself says.
create table product_costs (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  product_id          bigint not null references products (id),
  from_day            date not null,
  cost                numeric(19,4) not null,
  currency            varchar(3) not null,
  version             integer not null,
  constraint product_costs_cost check (cost >= 0)
);
create index product_costs_of_product on product_costs (product_id, from_day);
