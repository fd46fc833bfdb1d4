-- The URL says the same; a database created without it must not lose an acknowledged commit either.
set files write delay false;
