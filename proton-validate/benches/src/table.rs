//! What was measured, for people and for programs.

/// Rows of numbers.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    /// What the numbers are.
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Row>,
}

/// What was measured of one thing.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) values: Vec<f64>,
}

const NAME: usize = 34;
const COLUMN: usize = 20;

impl Table {
    pub(crate) fn print(&self) {
        print!("{:NAME$}", self.name);
        self.columns.iter().for_each(|column| print!("{column:>COLUMN$}"));
        println!();
        for row in &self.rows {
            print!("{:NAME$}", row.name);
            row.values.iter().for_each(|value| print!("{value:>COLUMN$.2}"));
            println!();
        }
        println!();
    }

    fn json(&self) -> String {
        let row = |row: &Row| {
            let columns = self.columns.iter().zip(&row.values);
            let values: Vec<String> =
                columns.map(|(column, value)| format!("{column:?}: {value:.3}")).collect();
            format!("{{\"name\": {:?}, {}}}", row.name, values.join(", "))
        };
        let rows: Vec<String> = self.rows.iter().map(row).collect();
        format!("{:?}: [\n  {}\n]", self.name, rows.join(",\n  "))
    }
}

/// Prints tables as one object, a member each.
pub(crate) fn print_json(tables: &[Table]) {
    let tables: Vec<String> = tables.iter().map(Table::json).collect();
    println!("{{\n{}\n}}", tables.join(",\n"));
}
