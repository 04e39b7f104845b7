-- Referrals that coordinate; and with which mapping a record was understood, so that another one can be tried on it.

alter table referral alter column kind set data type varchar(15);

alter table submission add column mapping varchar(100);
alter table submission add column zone varchar(40);
