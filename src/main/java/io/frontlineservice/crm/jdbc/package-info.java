/**
 * Customers in a SQL database: the settings of the adapter, its start, and what operators
 * see of it.
 */
@NullMarked
package io.frontlineservice.crm.jdbc;

import org.jspecify.annotations.NullMarked;
