-- A product may be a variant of another one, one level deep.
alter table products add column variant_of bigint;
alter table products add constraint products_variant_of foreign key (variant_of) references products (id);
create index products_by_variant on products (variant_of);
