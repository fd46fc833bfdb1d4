-- How an organisation words a kind of mail in a language; without a row, as the product words it.
create table mail_texts (
  id                  bigint primary key,
  mail                varchar(20) not null,
  language            varchar(10) not null,
  subject             varchar(120) not null,
  opening             varchar(1000) not null,
  closing             varchar(1000) not null,
  unique (mail, language)
);
