/**
 * Reads a database by a deadline. The lowest package of the SQL adapter: knows no
 * customers' tables.
 */
@NullMarked
package io.frontlineservice.crm.jdbc.database;

import org.jspecify.annotations.NullMarked;
