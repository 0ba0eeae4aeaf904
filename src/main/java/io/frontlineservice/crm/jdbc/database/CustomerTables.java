package io.frontlineservice.crm.jdbc.database;

import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.diagnosis.Observation;
import java.util.List;

/**
 * Customers in tables of a database. Implemented for the operator's own tables and for
 * the tables of this service; prepared and examined by package {@code crm.jdbc}.
 * Thread-safe.
 */
public interface CustomerTables extends CrmAdapter {

	/**
	 * Gets the tables ready for use: creates or updates those of this service, or checks
	 * the queries of the operator. Called until it has returned once; before that, no
	 * customer is read.
	 * @return what operators should know: a problem is one that only a change of the
	 * configuration or of the database can solve, and the tables must not be used
	 * @throws CrmUnavailableException if the database cannot be reached, or does not take
	 * connections: worth another try
	 */
	List<Observation> prepare();

	/**
	 * Examines the tables for operators: permissions, the number of customers, customers
	 * without a number, the time of each query. May read whole tables.
	 * @throws CrmUnavailableException if the database cannot be reached
	 */
	List<Observation> examine();

}
