package io.frontlineservice.twilio;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Sends requests byte by byte, including those that no HTTP client would send. */
public final class RawHttp {

	private final int port;

	public RawHttp(int port) {
		this.port = port;
	}

	/** Posts a form to this target, which is not encoded. */
	public String post(String target, String body, String... headers) throws IOException {
		return send("POST " + target + " HTTP/1.1", body, headers);
	}

	/**
	 * Returns the whole answer to a request with this request line, including status line
	 * and headers.
	 */
	public String send(String requestLine, String body, String... headers) throws IOException {
		StringBuilder request = new StringBuilder(requestLine).append("\r\n");
		request.append("Host: fis.example.com\r\nConnection: close\r\n");
		request.append("Content-Type: application/x-www-form-urlencoded\r\n");
		request.append("Content-Length: ").append(body.length()).append("\r\n");
		for (String header : headers) {
			request.append(header).append("\r\n");
		}
		return exchange(request.append("\r\n").append(body).toString());
	}

	/** Returns the whole answer to these bytes. */
	public String exchange(String request) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			StringBuilder answer = new StringBuilder();
			try {
				for (int read = socket.getInputStream().read(); read >= 0; read = socket.getInputStream().read()) {
					answer.append((char) read);
				}
			}
			catch (SocketException ex) {
				// The server closed the connection before it read the whole request.
			}
			return answer.toString();
		}
	}

	/** Returns the status of an answer. */
	public static int status(String answer) {
		return Integer.parseInt(answer.substring(9, 12));
	}

}
