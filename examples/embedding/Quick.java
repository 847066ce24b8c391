// Prints every change of a server as JSON:  java -cp towpath.jar Quick.java mysql://user:password@host/
import io.towpath.Batch;
import io.towpath.Entry;
import io.towpath.Towpath;
import java.util.Properties;

class Quick {
  public static void main(String[] arguments) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("source.url", arguments[0]);
    properties.setProperty("stream.name", "quick");
    try (var stream = Towpath.open(properties)) {
      for (Batch batch; (batch = stream.next()) != null; batch.close()) {
        for (Entry entry : batch.entries()) {
          System.out.println(entry.toJson());
        }
        batch.ack();
      }
    }
  }
}
