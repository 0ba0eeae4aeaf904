package io.frontlineservice.load;

import io.frontlineservice.site.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The signed requests in a file of {@code LoadFiles}: path, signature and form in each
 * line. They are signed for {@link Site#PUBLIC_URL}. Thread-safe.
 */
final class SignedLines implements IntFunction<HttpRequest> {

	private static final Pattern LOCATION = Pattern.compile("Location=(\\w+)");

	private final URI service;

	private final List<String> lines;

	/** Reads the requests in this folder. */
	SignedLines(URI service, Path files) throws IOException {
		this.service = service;
		this.lines = Files.readAllLines(fileIn(files));
	}

	static Path fileIn(Path files) {
		return files.resolve("requests.txt");
	}

	/** Writes a file of the same requests without signatures. */
	static Path unsigned(Path files) throws IOException {
		List<String> unsigned = Files.readAllLines(fileIn(files))
			.stream()
			.map((line) -> line.replaceFirst(" \\S+ ", " - "))
			.toList();
		return Files.write(files.resolve("unsigned.txt"), unsigned);
	}

	@Override
	public HttpRequest apply(int number) {
		String[] parts = this.lines.get(number % this.lines.size()).split(" ", 3);
		return HttpRequest.newBuilder(URI.create(this.service + parts[0]))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("X-Twilio-Signature", parts[1])
			.POST(BodyPublishers.ofString(parts[2]))
			.build();
	}

	/**
	 * Asks the service, and returns each answer after its location and a tab.
	 * @param count the number of requests
	 * @throws IOException if an answer is not 200
	 */
	List<String> answers(int count) throws IOException, InterruptedException {
		HttpClient client = HttpClient.newHttpClient();
		List<String> answers = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			HttpResponse<String> response = client.send(apply(i), BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new IOException("The service answered " + response.statusCode());
			}
			Matcher location = LOCATION.matcher(this.lines.get(i));
			answers.add((location.find() ? location.group(1) : "") + "\t" + response.body());
		}
		return answers;
	}

}
