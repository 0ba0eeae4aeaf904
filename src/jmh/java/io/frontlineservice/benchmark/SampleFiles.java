package io.frontlineservice.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@link SampleCustomer}s to customer files. */
public final class SampleFiles {

	private SampleFiles() {
	}

	/**
	 * Writes objects with the fields of Twilio's sample and the fields of this service.
	 */
	public static void writeJson(Path file, int customers, int workers) throws IOException {
		try (BufferedWriter text = Files.newBufferedWriter(file)) {
			text.write("[\n");
			for (int number = 0; number < customers; number++) {
				text.write(json(number, SampleCustomer.of(number, workers)));
				text.write((number < customers - 1) ? ",\n" : "\n");
			}
			text.write("]\n");
		}
	}

	/** Writes the columns that are documented in the README. */
	public static void writeCsv(Path file, int customers, int workers) throws IOException {
		try (BufferedWriter text = Files.newBufferedWriter(file)) {
			text.write("customer_id,display_name,worker,phone,whatsapp,email,company,language\n");
			for (int number = 0; number < customers; number++) {
				SampleCustomer customer = SampleCustomer.of(number, workers);
				text.write(String.join(",", customer.id(), customer.name(), customer.worker(), customer.phone(),
						customer.phone(), customer.email(), customer.company(), customer.language()));
				text.write("\n");
			}
		}
	}

	private static String json(int number, SampleCustomer customer) {
		return """
				{"customer_id": %s, "display_name": "%s", "worker": "%s", "channels": [{"type": "email", "value": "%s"}, \
				{"type": "sms", "value": "%s"}, {"type": "whatsapp", "value": "whatsapp:%s"}], \
				"links": [{"type": "CRM", "value": "https://crm.example.com/%s", "display_name": "In the CRM"}], \
				"details": {"title": "Information", "content": "Status: Active\\n\\nScore: %d"}, \
				"company": "%s", "language": "%s"}"""
			.formatted(customer.id(), customer.name(), customer.worker(), customer.email(), customer.phone(),
					customer.phone(), customer.id(), number % 100, customer.company(), customer.language());
	}

}
