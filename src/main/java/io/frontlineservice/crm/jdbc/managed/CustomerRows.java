package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads customers from the result of a {@link PageQuery}. Stateless and thread-safe. */
final class CustomerRows {

	/** The columns that {@link #read} needs. */
	static final String SELECT = "select c.customer_id, c.display_name, c.company, c.language, c.updated_at, c.content";

	private CustomerRows() {
	}

	static List<CrmCustomer> read(ResultSet rows) throws SQLException {
		List<CrmCustomer> customers = new ArrayList<>();
		while (rows.next()) {
			customers.add(customer(rows));
		}
		return customers;
	}

	private static CrmCustomer customer(ResultSet row) throws SQLException {
		CustomerContent content = CustomerContent.ofJson(row.getString(6));
		String updatedAt = row.getString(5);
		return new CrmCustomer(content.card(new CustomerId(row.getString(1)), row.getString(2)),
				content.ownerIdentities(), CustomerContent.orEmpty(content.emails()), row.getString(3),
				row.getString(4), (updatedAt != null) ? Instant.parse(updatedAt) : null,
				Objects.requireNonNullElse(content.attributes(), Map.of()));
	}

}
